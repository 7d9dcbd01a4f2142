import './app.css';
import htmx from 'htmx.org';
import { startLayout } from './layout.js';
import { startKeys } from './keys.js';
import { startLists } from './lists.js';

document.documentElement.classList.add('js');
startLayout(htmx);
startKeys();
startLists();
const form = document.querySelector('[data-compose]');
if (form) {
  // The editor is the heavy part: it loads only where one writes.
  import('./compose/message-form.js').then(({ MessageForm }) => new MessageForm(form, htmx));
}
