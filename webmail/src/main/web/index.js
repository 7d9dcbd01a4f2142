import './app.css';
import htmx from 'htmx.org';
window.htmx = htmx;
if (document.querySelector('[data-editor]')) import('./compose.js').then((m) => m.start());
