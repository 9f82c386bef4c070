// Of a long list only the rows in sight are drawn, and some around.
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

export interface Given {
  /** How many rows there are. */
  count: number;
  /** The height of each. */
  height: number;
  /** What scrolls. */
  scroller: HTMLElement | undefined;
  /** A row that stays drawn wherever the list is: the one that has the focus. */
  held: number;
}

/** Rows drawn beyond each edge, so that a quick scroll shows no gap. */
const AROUND = 5;

export class VirtualRows {
  /** The rows to draw. */
  items = $state.raw<VirtualItem[]>([]);
  /** How high the whole list is. */
  height = $state(0);
  private readonly virtualizer: Virtualizer<HTMLElement, HTMLElement>;

  constructor(private readonly given: () => Given) {
    this.virtualizer = new Virtualizer(this.options(untrack(given)));
  }

  private options(given: Given): VirtualizerOptions<HTMLElement, HTMLElement> {
    return {
      count: given.count,
      estimateSize: () => given.height,
      getScrollElement: () => given.scroller ?? null,
      rangeExtractor: (range) => {
        const drawn = defaultRangeExtractor(range);
        const apart = given.held >= 0 && given.held < given.count && !drawn.includes(given.held);
        return apart ? [...drawn, given.held].sort((a, b) => a - b) : drawn;
      },
      overscan: AROUND,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.read(),
    };
  }

  private read(): void {
    this.items = this.virtualizer.getVirtualItems();
    this.height = this.virtualizer.getTotalSize();
  }

  /** Follows what scrolls; an effect. */
  follow = (): (() => void) => this.virtualizer._didMount();

  /** Takes what is given now; an effect. */
  update = (): void => {
    const given = this.given();
    untrack(() => {
      this.virtualizer.setOptions(this.options(given));
      this.virtualizer._willUpdate();
      this.virtualizer.measure();
      this.read();
    });
  };

  /** Brings a row into sight. */
  show(index: number): void {
    this.virtualizer.scrollToIndex(index, { align: 'auto' });
  }
}
