import './app.css';
import htmx from 'htmx.org';
import { startLayout } from './layout.js';
import { startKeys } from './keys.js';
import { startLists } from './lists.js';

document.documentElement.classList.add('js');
startLayout(htmx);
startKeys();
startLists();
const letter = document.querySelector('[data-compose]');
if (letter) {
  // The editor is the heavy part: it loads only where one writes.
  import('./compose/letter.js').then((module) => module.start(letter, htmx));
}
