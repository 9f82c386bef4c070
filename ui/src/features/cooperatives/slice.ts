/** Which rows of equal height are drawn: those in sight and some around, whatever the length of the list. */
export type Slice = { from: number; to: number; before: number; after: number };

/** Rows drawn beyond each edge, so that a quick scroll shows no gap. */
const AROUND = 8;

export function sliceOf(count: number, row_height: number, top: number, height: number): Slice {
  const first = Math.floor(top / row_height);
  const from = Math.max(0, Math.min(first - AROUND, count - 1));
  const to = Math.min(count, Math.max(from, first) + Math.ceil(height / row_height) + AROUND);
  return { from, to, before: from * row_height, after: Math.max(0, count - to) * row_height };
}

/** Where to scroll so that a row is wholly in sight; `head` is what covers the rows at the top. */
export function topShowing(at: number, row_height: number, top: number, height: number, head: number): number {
  const start = at * row_height;
  if (start < top) return start;
  const least = start + row_height - (height - head);
  return least > top ? least : top;
}
