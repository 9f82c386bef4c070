// What a feature shows of a cooperative, on a tab of its page.
import type { Component } from 'svelte';

import type { ScreenProps } from './props';

/** What the cooperative's page gives to a tab. */
export type TabProps = Pick<ScreenProps, 'opened' | 'status' | 'now' | 'ongo' | 'onguard'> & {
  /** Whose page it is. */
  cooperative: string;
};

/** The tabs that features bring; the cooperative's page names them and puts them in order. */
export type TabName = 'plan';

/** Their code, read when the person goes there. */
export type Tabs = { [Name in TabName]?: () => Promise<{ default: Component<TabProps> }> };
