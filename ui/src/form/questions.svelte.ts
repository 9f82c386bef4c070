// The questions of an entry in their order. Those that left the order keep no answer that did not reach the disk.
import type { QuestionView } from '../ipc/call';
import { readable } from './inwords';
import { Question } from './question.svelte';

export class Questions {
  order = $state.raw<readonly string[]>([]);
  /** How many have something that is not saved. */
  unsaved = $state(0);
  #all = new Map<string, Question>();

  get(path: string): Question | undefined {
    return this.#all.get(path);
  }

  has(path: string): boolean {
    return this.order.includes(path);
  }

  /** Those that are asked now, in order. */
  list(): Question[] {
    return this.order.map((path) => this.#all.get(path)).filter((one) => one !== undefined);
  }

  /** New or other questions, and the order of all. Texts that were being typed are taken up where they can be written. */
  take(views: readonly QuestionView[], order: readonly string[], editable: boolean): void {
    for (const told of views) {
      const view = readable(told);
      const there = this.#all.get(view.path);
      if (there) there.view = view;
      else this.#all.set(view.path, new Question(view, editable && !view.readonly));
    }
    if (order.length !== this.order.length || order.some((path, at) => path !== this.order[at])) this.order = order;
    const asked = new Set(order);
    for (const [path, question] of this.#all) if (!asked.has(path)) question.forget();
    this.count();
  }

  /** Only what did not reach the disk is still given. */
  keepUnsaved(): void {
    for (const question of this.#all.values()) question.keepUnsaved();
    this.count();
  }

  count(): void {
    this.unsaved = this.list().filter((question) => question.failure !== null).length;
  }
}
