import { element, icon } from '../dom.js';
import { say } from '../language.js';

/** Buttons over the editor; each says whether it applies where the cursor is. */
export function toolbar(view, commands) {
  const bar = element('div', { class: 'editor-tools', role: 'toolbar', 'aria-label': say('tools') });
  const watched = [];
  for (const command of commands) {
    if (!command) {
      bar.append(element('span', { class: 'gap', 'aria-hidden': 'true' }));
    } else if (command.colours) {
      bar.append(colours(view, command, watched));
    } else {
      const button = tool(command);
      button.addEventListener('click', () => { command.run(view.state, view.dispatch, view); view.focus(); });
      if (command.mark) watched.push([button, command.mark]);
      bar.append(button);
    }
  }
  rove(bar);
  // The text keeps its selection while a button is pressed with the mouse.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  return { element: bar, refresh: (now) => watched.forEach(([button, mark]) => button.setAttribute('aria-pressed', String(active(now.state, mark)))) };
}

/** One stop for the Tab key, arrows inside, as toolbars have it. */
function rove(bar) {
  const stops = [...bar.querySelectorAll('button')].filter((button) => !button.closest('[role=group]'));
  const stop = (chosen) => stops.forEach((button) => { button.tabIndex = button === chosen ? 0 : -1; });
  stop(stops[0]);
  bar.addEventListener('focusin', (event) => { if (stops.includes(event.target)) stop(event.target); });
  bar.addEventListener('keydown', (event) => {
    const now = stops.indexOf(event.target);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key];
    if (now < 0 || next === undefined) return;
    event.preventDefault();
    stops.at(next % stops.length).focus();
  });
}

function tool(command) {
  const name = say(command.key);
  const button = element('button', { type: 'button', 'aria-label': name, title: name, 'aria-keyshortcuts': command.keys ?? null }, icon(command.icon));
  if (command.mark) button.setAttribute('aria-pressed', 'false');
  return button;
}

function colours(view, command, watched) {
  const button = tool(command);
  watched.push([button, command.mark]);
  const choices = element('div', { hidden: true, role: 'group', 'aria-label': say(command.key) });
  const close = () => { choices.hidden = true; button.setAttribute('aria-expanded', 'false'); };
  const choose = (value) => { command.pick(value)(view.state, view.dispatch); close(); view.focus(); };
  for (const [name, value] of Object.entries(command.colours)) {
    const swatch = element('span', { class: 'swatch', 'aria-hidden': 'true' });
    swatch.style.backgroundColor = value;
    choices.append(element('button', { type: 'button', 'aria-label': say(`color.${name}`), title: say(`color.${name}`), onclick: () => choose(value) }, swatch));
  }
  choices.append(element('button', { type: 'button', 'aria-label': say('color.none'), title: say('color.none'), onclick: () => choose(null) }, icon('eraser')));
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    choices.hidden = !choices.hidden;
    button.setAttribute('aria-expanded', String(!choices.hidden));
    if (!choices.hidden) choices.querySelector('button').focus();
  });
  const holder = element('div', { class: 'palette' }, button, choices);
  holder.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { close(); button.focus(); }
  });
  holder.addEventListener('focusout', (event) => {
    if (!holder.contains(event.relatedTarget)) close();
  });
  return holder;
}

function active(state, mark) {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(mark.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, mark);
}
