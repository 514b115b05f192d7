/** What is asked of somebody else's backpropagation, and what it answers. */
package org.stillpoint.check.question;
