// Where the points of a radar lie: axes clockwise from the top, the other way round in Arabic. A missing score leaves a bare
// axis: never nought.

export interface Point {
  x: number;
  y: number;
}

/** A point at a share of an axis, from the middle. */
export function pointAt(axis: number, axes: number, radius: number, rtl: boolean): Point {
  const turn = ((2 * Math.PI * axis) / axes) * (rtl ? -1 : 1);
  return { x: radius * Math.sin(turn), y: -radius * Math.cos(turn) };
}

function path(points: readonly Point[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

/** A ring at a share of all axes. */
export function ring(axes: number, radius: number, rtl: boolean): string {
  return `${path(Array.from({ length: axes }, (_, at) => pointAt(at, axes, radius, rtl)))}Z`;
}

/** Runs of neighbouring axes that have a score, each with its places; one run of all of them goes round. */
export function runs(scores: readonly (number | null)[]): number[][] {
  const missing = scores.indexOf(null);
  if (missing < 0) return scores.length > 0 ? [scores.map((_, at) => at)] : [];
  const found: number[][] = [[]];
  for (let step = 1; step <= scores.length; step += 1) {
    const at = (missing + step) % scores.length;
    if (scores[at] === null) found.push([]);
    else found.at(-1)?.push(at);
  }
  return found.filter((run) => run.length > 0);
}

export interface Shape {
  /** Outline: round all axes, or from score to score of neighbours; an axis alone is a spoke from the middle. */
  line: string;
  /** What is filled; nothing for a spoke. */
  fill: string;
}

/** Shapes of scores from 0 to 100. */
export function shapes(scores: readonly (number | null)[], radius: number, rtl: boolean): Shape[] {
  const spot = (at: number) => pointAt(at, scores.length, (radius * (scores[at] ?? 0)) / 100, rtl);
  return runs(scores).map((run) => {
    const points = run.map(spot);
    if (run.length === scores.length) return { line: `${path(points)}Z`, fill: `${path(points)}Z` };
    const wedge = `M0 0${path(points).replace('M', 'L')}`;
    return run.length === 1 ? { line: wedge, fill: '' } : { line: path(points), fill: `${wedge}Z` };
  });
}
