'use strict';

/**
 * Where things stand in a drawing: columns of circles, and labels on lines such that no two labels, and no label and circle,
 * overlap. Lengths are pixels; boxes are {x, y, w, h} about their centre.
 */
const LabLayout = (() => {
  const FONT = '700 14.5px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
  const HEIGHT = 19;
  const SPARE = 8;
  const paper = document.createElement('canvas').getContext('2d');

  const overlap = (a, b) => Math.abs(a.x - b.x) * 2 < a.w + b.w && Math.abs(a.y - b.y) * 2 < a.h + b.h;

  /** The box of a label in the font that the style sheet gives it at its boldest. */
  function boxOf(text, x, y) {
    paper.font = FONT;
    return { x, y, w: paper.measureText(text).width + SPARE, h: HEIGHT };
  }

  /** Whether a line from (x1, y1) to (x2, y2) passes through a box: it is cut to the box's columns, and its heights compared. */
  function crosses(line, box) {
    const from = Math.max(Math.min(line.x1, line.x2), box.x - box.w / 2);
    const to = Math.min(Math.max(line.x1, line.x2), box.x + box.w / 2);
    if (from >= to) {
      return false;
    }
    const at = x => line.y1 + ((line.y2 - line.y1) * (x - line.x1)) / (line.x2 - line.x1);
    return Math.min(at(from), at(to)) < box.y + box.h / 2 && Math.max(at(from), at(to)) > box.y - box.h / 2;
  }

  /**
   * A place for the text of every line, or null if there is none for one of them.
   *
   * @param lines each {x1, y1, x2, y2, text, wish}, wish being the share of the way where the text should stand
   * @param taken boxes that are not free
   */
  function label(lines, taken) {
    const placed = [];
    for (const line of lines) {
      let best = null;
      for (let t = 0.14; t <= 0.861; t += 0.03) {
        const box = boxOf(line.text, line.x1 + (line.x2 - line.x1) * t, line.y1 + (line.y2 - line.y1) * t);
        if (taken.some(other => overlap(box, other)) || placed.some(other => overlap(box, other))) {
          continue;
        }
        const cost = lines.filter(other => other !== line && crosses(other, box)).length + 4 * Math.abs(t - line.wish);
        if (best === null || cost < best.cost) {
          best = { ...box, cost };
        }
      }
      if (best === null) {
        return null;
      }
      placed.push(best);
    }
    return placed;
  }

  /** Centres of circles: counts[l] of them in column l, the columns filling the width. */
  function columns(counts, width, row, margin, top) {
    const tallest = Math.max(...counts);
    const gap = counts.length > 1 ? (width - 2 * margin) / (counts.length - 1) : 0;
    return counts.map((count, l) =>
      Array.from({ length: count }, (_, j) => ({ x: margin + gap * l, y: top + (row * (tallest - count)) / 2 + row * j })),
    );
  }

  return { label, columns, boxOf, overlap };
})();
