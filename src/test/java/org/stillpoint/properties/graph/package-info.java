/** What is claimed of training programs of any architecture, and of the architectures that are written as such. */
package org.stillpoint.properties.graph;
