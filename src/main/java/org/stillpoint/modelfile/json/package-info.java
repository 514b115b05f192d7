/** Networks of ours as JSON, whose numbers are any rationals. */
package org.stillpoint.modelfile.json;
