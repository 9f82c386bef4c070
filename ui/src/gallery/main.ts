// Every piece of the kit in all its states, for who develops: `npm run dev`, then /gallery.html?lang=ar&theme=dark. It is no
// part of the app.
import '../kit/base.css';

import { mount } from 'svelte';

import { showTheme } from '../kit/theme.svelte';
import { direction, language, speak } from '../words';
import Gallery from './Gallery.svelte';

const asked = new URLSearchParams(location.search);
await speak(asked.get('lang') ?? 'fr');
document.documentElement.lang = language();
document.documentElement.dir = direction();
const theme = asked.get('theme');
showTheme(theme === 'dark' || theme === 'light' ? theme : 'system');
document.body.replaceChildren();
mount(Gallery, { target: document.body });
