"use strict";

/* Finds claims by the words of people, by the rule of org.stillpoint.claims.ClaimFinder; a test holds both together. */
const ClaimFinder = (function () {
  const TITLE = 3;
  const ASKED = 2;
  const STATEMENT = 1;
  /* A word of as many letters stands for all that begin with it. */
  const STEM = 4;
  /* Two words with more letters than that in common are forms of one if their endings are no longer than this. */
  const ENDING = 3;

  /* In small letters, without those that say nothing, each once. */
  function words(text, small) {
    const plain = text.toLowerCase().replaceAll("iz", "is");
    const all = [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""))];
    const telling = all.filter((word) => !small.has(word));
    return telling.length === 0 ? all : telling;
  }

  function isForm(word, other) {
    const shorter = Math.min(word.length, other.length);
    let common = 0;
    while (common < shorter && word[common] === other[common]) {
      common++;
    }
    const begins = common === shorter && (common >= STEM || word.length === other.length);
    return begins || common > STEM && Math.max(word.length, other.length) - common <= ENDING;
  }

  function has(all, wanted) {
    return all.some((word) => isForm(word, wanted));
  }

  function count(line, wanted, small) {
    const all = words(line, small);
    return wanted.filter((word) => has(all, word)).length;
  }

  function finding(claim, wanted, small) {
    const title = words(claim.title + " " + claim.id, small);
    const statement = words(claim.statement, small);
    const asked = words(claim.asked.join(" "), small);
    const best = wanted.map((word) => has(title, word) ? TITLE : has(asked, word) ? ASKED : has(statement, word) ? STATEMENT : 0);
    return {
      claim,
      words: best.filter((score) => score > 0).length,
      score: best.reduce((sum, score) => sum + score, 0),
      asked: claim.asked.map((line) => ({ line, count: count(line, wanted, small) }))
        .filter((of) => of.count > 0).sort((one, other) => other.count - one.count).map((of) => of.line),
    };
  }

  /*
   * The claims ({id, title, statement, asked}) with the most of the words, the best first; none if none has half of them.
   * Those of `small`, a set, count only where there are no others.
   */
  function find(claims, text, small) {
    const wanted = words(text, small);
    const findings = claims.map((claim) => finding(claim, wanted, small))
      .filter((found) => found.words > 0 && 2 * found.words >= wanted.length);
    const most = Math.max(0, ...findings.map((found) => found.words));
    return findings.filter((found) => found.words === most).sort((one, other) => other.score - one.score);
  }

  return { find };
})();
