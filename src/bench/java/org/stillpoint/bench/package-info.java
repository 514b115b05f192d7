/** Times the engines and their peers in C on the same workloads; a double here is a time or a ratio of times. */
package org.stillpoint.bench;
