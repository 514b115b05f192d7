/** What a person is told of a model: findings, each with its reason, what to do, and what that saves. */
package org.stillpoint.lint.finding;
