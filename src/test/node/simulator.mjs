// The running simulated Microsoft, and a person at a browser who signs in to it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const found = process.env.SIMULATED_MICROSOFT;
assert.ok(found, 'Start this with src/test/node/run: it starts the simulated Microsoft');

export const microsoft = JSON.parse(readFileSync(found, 'utf8'));
export const CONTOSO = '8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f';
export const ADMIN = 'admin@contoso.onmicrosoft.com';
export const CALLBACK = 'http://localhost:3000/callback';
export const GRAPH_DEFAULT = 'https://graph.microsoft.com/.default';

/** Presses a button of the control page. */
export async function control(path, fields = {}) {
  const answer = await fetch(`${microsoft.browser}/control/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  assert.ok(answer.status < 400, `${path}: ${answer.status} ${await answer.text()}`);
}

/** Everything as at the start, with this suite's redirect URI. */
export async function fresh() {
  await control('reset');
  await control('redirect-uris', { uris: CALLBACK });
}

/** Signs somebody in at the address that a client made, consents, and returns where Microsoft sends the browser. */
export async function signIn(address, account) {
  const browser = new Browser();
  let page = await browser.open(address);
  page = await browser.submit(page, 'username', { username: account });
  page = await browser.submit(page, 'password', { password: microsoft.password });
  if (typeof page === 'string') {
    page = await browser.submit(page, 'consent', { decision: 'accept' });
  }
  assert.ok(page instanceof URL, `Still at Microsoft: ${page}`);
  return page;
}

class Browser {
  #cookies = new Map();
  #at;

  open(address) {
    return this.#go(new URL(address), {});
  }

  submit(page, form, fields) {
    const id = /\/signin\/[0-9a-f-]{36}/.exec(page);
    assert.ok(id, `No form on ${page}`);
    return this.#go(new URL(`${id[0]}/${form}`, this.#at), { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** The page that is reached, or the address outside of Microsoft. */
  async #go(address, request) {
    this.#at = address;
    const cookie = [...this.#cookies].map((one) => one.join('=')).join('; ');
    const answer = await fetch(address, { ...request, headers: { cookie }, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [name, value] = set.split(';')[0].split('=');
      this.#cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) {
      return answer.text();
    }
    const to = new URL(next, address);
    return to.origin === address.origin ? this.#go(to, {}) : to;
  }
}
