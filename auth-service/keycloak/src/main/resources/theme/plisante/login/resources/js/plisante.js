// Helps where it can; every page works without it.
import { checkAuthSession, startSessionPolling } from "./authChecker.js";

const page = document.body.dataset;
if (page.signedInElsewhere) startSessionPolling(page.signedInElsewhere);
if (page.authSession) checkAuthSession(page.authSession);

// The answer to a form gets an address that can be loaded again, so that a refresh shows the same step and sends nothing.
const action = document.querySelector("form[data-once]")?.action;
if (action?.includes("session_code=") && location.search.includes("session_code=")) {
  const here = new URL(action);
  here.searchParams.delete("session_code");
  history.replaceState(null, "", here);
}

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
  });
}
// A page that comes back from the browser's memory must be usable again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-once]")) delete form.dataset.sent;
});

for (const button of document.querySelectorAll("button[data-show]")) {
  const field = document.getElementById(button.dataset.show);
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
    field.focus();
  });
}

const code = document.querySelector("input[data-code]");
code?.addEventListener("input", () => {
  const digits = code.value.replace(/\D/g, "").slice(0, 6);
  if (digits !== code.value && digits.length === 6) code.value = digits;
});

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const started = performance.now();

function countDown(seconds, show) {
  const tick = () => {
    const left = Math.max(0, Math.ceil(seconds - (performance.now() - started) / 1000));
    show(left);
    if (left === 0) clearInterval(timer);
  };
  const timer = setInterval(tick, 1000);
  tick();
}

const time = document.querySelector("[data-seconds]");
if (time && Number(time.dataset.seconds) > 0) {
  countDown(Number(time.dataset.seconds), (left) => {
    time.textContent = left > 0 ? time.dataset.left.replace("{0}", clock(left)) : time.dataset.over;
  });
}

const resend = document.querySelector("button[data-wait]");
if (resend && Number(resend.dataset.wait) > 0) {
  countDown(Number(resend.dataset.wait), (left) => {
    resend.disabled = left > 0;
    resend.textContent = left > 0 ? resend.dataset.waiting.replace("{0}", clock(left)) : resend.dataset.label;
  });
}
