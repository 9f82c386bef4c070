/** What the app can do by its name, in the list of commands. */
import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import Lock from '@lucide/svelte/icons/lock';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';
import type { Component } from 'svelte';

import type { Choice } from '../kit/choices';
import type { Route } from '../screen/route';
import { type Language, language, LANGUAGES, t } from '../words';
import type { Ask } from './asks';

type Icon = Component<{ size?: number; 'aria-hidden'?: 'true' }>;
type Action = Choice & { icon: Icon; keys?: string; lang?: string; run: () => void };

export function actionsOf(
  places: readonly { to: Route; label: string; icon: Icon }[],
  does: { ongo: (route: Route) => void; ondo: (ask: Ask) => void; onspeak: (language: Language) => void },
): Action[] {
  const ask = (name: Ask, label: string, icon: Icon, keys?: string): Action => ({
    value: `do ${name}`, label: t(label), icon, ...(keys ? { keys } : {}), run: () => does.ondo(name),
  });
  return [
    ...places.map((place) => ({ value: `go ${place.label}`, label: t('frame-go', { place: t(place.label) }), icon: place.icon, run: () => does.ongo(place.to) })),
    ...LANGUAGES.filter((one) => one.code !== language()).map((one) => ({
      value: `speak ${one.code}`, label: one.name, also: `${t('frame-language')} ${one.code} ${one.name.replace('ال', '')}`, icon: Languages, lang: one.code, run: () => does.onspeak(one.code),
    })),
    ask('larger', 'frame-larger', ZoomIn, 'Ctrl +'),
    ask('smaller', 'frame-smaller', ZoomOut, 'Ctrl −'),
    ask('help', 'frame-help', Keyboard, 'F1'),
    ask('lock', 'frame-lock', Lock, 'Ctrl ⇧ L'),
  ];
}
