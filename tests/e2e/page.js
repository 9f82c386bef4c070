// What every script of the journeys can use: elements as a person knows them, by what they are and what they are called.
const shown = (e) => e.getClientRects().length > 0 && e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const plain = (text) => (text ?? '').replace(/[\s\u2066-\u2069\u200e\u200f]+/g, ' ').trim();
const named = (e) => {
  const ids = e.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const by = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const labels = [...(e.labels ?? [])].map((l) => l.textContent).join(' ');
  return plain(by || e.getAttribute('aria-label') || labels || e.textContent || e.title || e.placeholder);
};
const ROLES = {
  button: 'button, [role=button], summary',
  link: 'a[href], [role=link]',
  textbox: 'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, [role=textbox]',
  row: 'tr, [role=row], li',
  radio: 'input[type=radio], [role=radio], [role=menuitemradio]',
  menuitem: '[role=menuitem], [role=menuitemradio], [role=option]',
  heading: 'h1, h2, h3, [role=heading]',
  alert: '[role=alert], [role=status], [aria-live]',
};
// The one with exactly that name, else the first whose name holds it.
const find = (role, name) => {
  const all = [...document.querySelectorAll(ROLES[role] ?? role)].filter(shown);
  return all.find((e) => named(e) === name) ?? all.find((e) => named(e).includes(name));
};
const usable = (e) => (e && !e.disabled && e.getAttribute('aria-disabled') !== 'true' ? e : null);
// Looks again at each turn of the page until there is something, or the time is over.
const until = async (look, ms) => {
  const end = performance.now() + ms;
  for (;;) {
    const seen = look();
    if (seen || performance.now() > end) return seen;
    await new Promise((next) => setTimeout(next, 8));
  }
};
