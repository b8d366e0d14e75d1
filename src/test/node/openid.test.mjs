// A certified OpenID client against the simulated Entra ID.
import assert from 'node:assert/strict';
import { X509Certificate, createHash, createPrivateKey } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import * as openid from 'openid-client';
import { ADMIN, CALLBACK, CONTOSO, GRAPH_DEFAULT, control, fresh, microsoft, signIn } from './simulator.mjs';

const issuer = new URL(`${microsoft.backChannel}/${CONTOSO}/v2.0`);
const withSecret = () => openid.discovery(issuer, microsoft.clientId, microsoft.clientSecret);

beforeEach(fresh);

test('discovery, a code with PKCE, userinfo and rotating refresh tokens', async () => {
  const client = await withSecret();
  const verifier = openid.randomPKCECodeVerifier();
  const [state, nonce] = [openid.randomState(), openid.randomNonce()];
  const address = openid.buildAuthorizationUrl(client, {
    redirect_uri: CALLBACK,
    scope: 'openid profile email offline_access',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  const tokens = await openid.authorizationCodeGrant(client, await signIn(address, ADMIN), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const { sub, tid } = tokens.claims();
  assert.equal(tid, CONTOSO);

  const info = await openid.fetchUserInfo(client, tokens.access_token, sub);
  assert.equal(info.email, ADMIN);

  const renewed = await openid.refreshTokenGrant(client, tokens.refresh_token);
  assert.notEqual(renewed.refresh_token, tokens.refresh_token);
  await assert.rejects(() => openid.refreshTokenGrant(client, tokens.refresh_token), { error: 'invalid_grant' });
  await assert.rejects(
    () => openid.refreshTokenGrant(client, renewed.refresh_token, { scope: 'https://graph.microsoft.com/User.Read' }),
    (error) => error.error === 'invalid_grant' && error.error_description.startsWith('AADSTS65001'),
  );
});

test('whoever declines comes back with the reason', async () => {
  const client = await withSecret();
  const address = openid.buildAuthorizationUrl(client, {
    redirect_uri: CALLBACK,
    scope: 'openid',
    prompt: 'select_account',
    login_hint: ADMIN,
    state: 'a-state',
  });
  const answer = await fetch(address, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location'));
  await assert.rejects(
    () => openid.authorizationCodeGrant(client, back, { expectedState: 'a-state' }),
    (error) => error instanceof openid.AuthorizationResponseError && error.error === 'invalid_request',
  );
});

test('the application gets a token with its secret and with its certificate', async () => {
  await control(`tenants/${CONTOSO}/grant`);
  const bySecret = await openid.clientCredentialsGrant(await withSecret(), { scope: GRAPH_DEFAULT });
  assert.equal(bySecret.token_type, 'bearer');

  await control('certificates', { pem: microsoft.clientCertificate });
  const key = await crypto.subtle.importKey(
    'pkcs8',
    createPrivateKey(microsoft.clientKey).export({ type: 'pkcs8', format: 'der' }),
    { name: 'RSA-PSS', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const thumbprint = createHash('sha256')
    .update(new X509Certificate(microsoft.clientCertificate).raw)
    .digest('base64url');
  const assertion = openid.PrivateKeyJwt(key, {
    [openid.modifyAssertion]: (header) => {
      header['x5t#S256'] = thumbprint;
    },
  });
  const client = await openid.discovery(issuer, microsoft.clientId, undefined, assertion);
  const byCertificate = await openid.clientCredentialsGrant(client, { scope: GRAPH_DEFAULT });
  assert.ok(byCertificate.access_token);
});
