/** What a word comes down to when it is looked for: the same folding as the core's index of words
 * (terrain-domain, search.rs), so that the list and the search of everything find alike. */

const ALIKE: Record<string, string> = {
  œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ı: 'i', ɣ: 'g',
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ئ: 'ي', ى: 'ي', ة: 'ه', ء: '',
};
const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

function folded(letter: string): string {
  const code = letter.charCodeAt(0);
  for (const zero of [ARABIC_ZERO, PERSIAN_ZERO]) {
    if (code >= zero && code <= zero + 9) return String(code - zero);
  }
  return ALIKE[letter] ?? letter;
}

/** Lower case, without accents, harakat or tatweel; letters of one family are one; what is between words is one space. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[أإآٱؤئىةء٠-٩۰-۹œæßøıɣ]/g, folded)
    .normalize('NFD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of what a person typed. */
export function terms(text: string): string[] {
  return plain(text).split(' ').filter((word) => word !== '');
}
