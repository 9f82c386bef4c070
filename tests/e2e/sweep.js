// Everything wrong with what is on the screen that can be seen without judgement: what is cut, spills over, lies outside
// or scrolls without being named; and where the landmarks are, for comparison with the other direction of writing.
const [scrollers] = given;
// A quiet button whose words stand in line with the text above reaches out of its box by its unseen padding.
const OVERHANG = 12;
const wrong = [];
const tell = (what, e, more = '') => {
  const own = plain(e.textContent).slice(0, 50);
  const classes = [...e.classList].filter((c) => !c.startsWith('svelte-')).map((c) => '.' + c).join('');
  wrong.push(`${what}: ${e.localName}${classes} “${own}” ${more}`.trim());
};
const visual = (e) => shown(e) && !e.closest('svg, [hidden]');
// Said to screen readers alone, with all that is in it.
const aloud = new WeakSet();
const unseen = (e, style) => {
  const is = aloud.has(e.parentElement) || (style.position === 'absolute' && style.overflowX !== 'visible' && e.clientWidth <= 1);
  if (is) aloud.add(e);
  return is;
};
const words = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
const isScroller = (e) => scrollers.some((s) => e.matches(s));
const inScroller = (e) => scrollers.some((s) => e.parentElement?.closest(s));

for (const e of document.querySelectorAll('body, body *')) {
  if (!visual(e)) continue;
  const style = getComputedStyle(e);
  if (unseen(e, style) || e.closest('[aria-hidden=true]')) continue;
  const wide = e.scrollWidth - e.clientWidth, high = e.scrollHeight - e.clientHeight;
  const block = style.display !== 'inline' && style.display !== 'contents' && e.clientWidth > 0;
  const sizes = `${e.scrollWidth}×${e.scrollHeight} in ${e.clientWidth}×${e.clientHeight}`;
  const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
  const field = e.matches('input, textarea');
  if (block && wide > (style.overflowX === 'visible' ? OVERHANG : 1) && !field) {
    const elided = style.textOverflow === 'ellipsis' && style.overflowX !== 'visible';
    if (elided && !e.closest('[title]') && !e.querySelector('[title]')) tell('cut, and no title has the rest', e, sizes);
    else if (!elided && !(scrolls(style.overflowX) && isScroller(e))) tell('too wide', e, sizes);
  }
  // Fonts keep some room above and below their letters, which may be lost; letters may not.
  if (block && high > 4 && !field && style.overflowY !== 'visible') {
    const lines = style.webkitLineClamp !== 'none' && e.closest('[title]');
    if (scrolls(style.overflowY) ? !isScroller(e) : !lines) tell(scrolls(style.overflowY) ? 'scrolls' : 'cut below', e, sizes);
  }
  if (words(e) || e.matches('button, input, textarea, select, a, img')) {
    const box = e.getBoundingClientRect();
    const out = box.left < -1 || box.right > innerWidth + 1 || (!inScroller(e) && (box.top < -1 || box.bottom > innerHeight + 1));
    if (out) tell('outside', e, `${Math.round(box.left)},${Math.round(box.top)} to ${Math.round(box.right)},${Math.round(box.bottom)}`);
  }
}
for (const e of document.querySelectorAll('.trouble')) if (plain(e.textContent)) tell('a failure is told', e);
const root = document.documentElement;
if (root.scrollHeight > innerHeight + 1 || root.scrollWidth > innerWidth + 1) {
  wrong.push(`the page scrolls: ${root.scrollWidth}×${root.scrollHeight} in ${innerWidth}×${innerHeight}`);
}

// From the start of the line: left in French, right in Arabic.
const rtl = getComputedStyle(document.body).direction === 'rtl';
const marks = [...document.querySelectorAll('nav, header, main, aside, footer, form, table, section, h1, [role=search], [role=toolbar]')]
  .filter((e) => visual(e) && !aloud.has(e))
  .map((e) => {
    const { left, right } = e.getBoundingClientRect();
    const [start, end] = rtl ? [innerWidth - right, innerWidth - left] : [left, right];
    return { name: `${e.localName} “${e.getAttribute('aria-label') ?? ''}”`, kind: e.localName, start, end };
  });
return { wrong, marks, rtl };
