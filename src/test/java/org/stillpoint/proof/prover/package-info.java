/** KeY and what it reads: problems, rules, contracts; and checks that neither the contracts nor the rules are empty. */
package org.stillpoint.proof.prover;
