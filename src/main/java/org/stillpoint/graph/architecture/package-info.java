/**
 * Small networks of the architectures that people use, each with starts of which it is asked whether they are stuck: what a
 * certificate proves of each, and what a run of it shows.
 */
package org.stillpoint.graph.architecture;
