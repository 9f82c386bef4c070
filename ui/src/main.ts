import './kit/base.css';

import { mount } from 'svelte';

import { speak } from './words';

// Until a person's own choice is known, the language of the machine. Words come before anything is drawn, and beside the window's code.
const app = import('./App.svelte');
await speak(navigator.language);
const { default: App } = await app;
mount(App, { target: document.body });
