import { t } from '../words';

/** Which of a cooperative's visits it is, of those that the programme gives; some have more. Nothing for a cancelled one. */
export function visitNumber(number: number, of: number): string {
  if (number <= 0) return '';
  return number > of ? t('report-visit-beyond', { number, of }) : t('report-visit-of', { number, of });
}
