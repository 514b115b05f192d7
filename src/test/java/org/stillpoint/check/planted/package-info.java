/** Backpropagation as students write it, in floating-point numbers and several styles: right, or with mistakes planted in it. */
package org.stillpoint.check.planted;
