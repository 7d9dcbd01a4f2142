import { language } from './language.js';

/** What a service refused, with its sentence; status 0 means that nobody answered. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || '');
    this.status = status;
    this.code = problem.code || '';
    this.problem = problem;
    this.fields = problem.errors || [];
  }
}

/** Asks a service; a page where JSON was due means that the session ended and sign-in was offered instead. */
export async function call(method, address, body) {
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refused(0, {});
  }
  const json = /[/+]json/.test(answer.headers.get('content-type') || '');
  const content = json ? await answer.json() : {};
  if (!answer.ok) {
    throw new Refused(answer.status, content);
  }
  if (!json && answer.status !== 204) {
    throw new Refused(401, {});
  }
  return content;
}
