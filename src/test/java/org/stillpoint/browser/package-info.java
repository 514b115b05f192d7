/** Pages looked at in a real Chromium, over its debugging protocol. */
package org.stillpoint.browser;
