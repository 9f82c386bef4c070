import './kit/base.css';

import { mount } from 'svelte';

import App from './App.svelte';
import { speak } from './words';

// Until a person's own choice is known, the language of the machine. Words come before anything is drawn.
await speak(navigator.language);
mount(App, { target: document.body });
