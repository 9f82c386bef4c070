// A record being edited: each field is on the disk once it is left; what could not be saved stays as it was typed, and is told.
import { call, failed } from '../../ipc/call';
import { clock, language } from '../../words';

export type Kind = 'cooperative' | 'officer';
type Values = Record<string, unknown>;

export class EditedRecord {
  values = $state<Values>({});
  /** What is wrong or to be looked at, by field. */
  errors = $state<Record<string, string>>({});
  findings = $state<Record<string, string[]>>({});
  /** When something was last saved here. */
  savedAt = $state<string | null>(null);
  /** Fields that are being typed and are not saved. */
  private typed = new Map<string, unknown>();
  private line: Promise<unknown> = Promise.resolve();

  constructor(readonly kind: Kind, readonly id: string, values: Values = {}) {
    this.values = values;
  }

  read = async (): Promise<void> => {
    // The core tells it as plain JSON.
    const row = (await call('show', { kind: this.kind, id: this.id })) as unknown as Values;
    const typing = Object.fromEntries(this.typed);
    this.values = { ...row, ...typing };
    if (this.kind !== 'cooperative') return;
    const { findings } = await call('cooperative', { cooperative: this.id, language: language() });
    const fields = [...new Set(findings.map(({ field }) => field))];
    this.findings = Object.fromEntries(fields.map((name) => [name, findings.filter(({ field }) => field === name).map(({ code }) => code)]));
  };

  /** Is being typed: not saved before it is left. */
  type = (field: string, value: unknown): void => {
    this.typed.set(field, value);
    this.values = { ...this.values, [field]: value };
  };

  /** Saves what was typed into a field, where it differs. */
  leave = (field: string): Promise<void> => (this.typed.has(field) ? this.put(field, this.typed.get(field)) : Promise.resolve());

  /** Saves a value. One after the other: the last one given is the one that stays. */
  put = (field: string, value: unknown): Promise<void> => {
    const given = typeof value === 'string' && value.trim() === '' ? null : value;
    this.typed.set(field, given);
    this.values = { ...this.values, [field]: given };
    const work = this.line.then(async () => {
      try {
        const { findings } = await call('set', { kind: this.kind, id: this.id, fields: { [field]: given } });
        if (this.typed.get(field) === given) this.typed.delete(field);
        const { [field]: _gone, ...errors } = this.errors;
        this.errors = errors;
        this.findings = { ...this.findings, [field]: findings.filter((one) => one.field === field).map((one) => one.code) };
        this.savedAt = clock(new Date().toISOString());
      } catch (reason) {
        this.errors = { ...this.errors, [field]: failed(reason).message };
      }
    });
    this.line = work;
    return work;
  };

  /** Saves all that is typed; whether everything is on the disk. */
  settle = async (): Promise<boolean> => {
    await Promise.all([...this.typed.keys()].map((field) => this.leave(field)));
    return this.typed.size === 0;
  };
}
