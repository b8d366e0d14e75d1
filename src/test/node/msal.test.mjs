// Microsoft's own library for Node against the simulated Entra ID.
import assert from 'node:assert/strict';
import { X509Certificate, createHash } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { ConfidentialClientApplication, CryptoProvider, InteractionRequiredAuthError } from '@azure/msal-node';
import { ADMIN, CALLBACK, CONTOSO, GRAPH_DEFAULT, control, fresh, microsoft, signIn } from './simulator.mjs';

const secret = { clientSecret: microsoft.clientSecret };

function application(tenant, credential) {
  return new ConfidentialClientApplication({
    auth: {
      clientId: microsoft.clientId,
      authority: `${microsoft.backChannel}/${tenant}`,
      knownAuthorities: [new URL(microsoft.backChannel).host],
      ...credential,
    },
  });
}

function claims(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
}

beforeEach(fresh);

test('a secret brings a token for the application, and the cache keeps it', async () => {
  await control(`tenants/${CONTOSO}/grant`);
  const client = application(CONTOSO, secret);
  const first = await client.acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
  assert.ok(claims(first.accessToken).roles.includes('DeviceManagementApps.ReadWrite.All'));
  assert.equal(claims(first.accessToken).appidacr, '1');
  const second = await client.acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
  assert.ok(second.fromCache);
  assert.equal(second.accessToken, first.accessToken);
});

test('a certificate does once it is registered', async () => {
  await control(`tenants/${CONTOSO}/grant`);
  const certificate = {
    thumbprintSha256: createHash('sha256').update(new X509Certificate(microsoft.clientCertificate).raw).digest('hex'),
    privateKey: microsoft.clientKey,
    x5c: microsoft.clientCertificate,
  };
  const ask = () =>
    application(CONTOSO, { clientCertificate: certificate }).acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
  await assert.rejects(ask, /AADSTS700027/);
  await control('certificates', { pem: microsoft.clientCertificate });
  assert.equal(claims((await ask()).accessToken).appidacr, '2');
});

test('without consent there is no token', async () => {
  await assert.rejects(
    () => application(CONTOSO, secret).acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] }),
    /AADSTS7000229/,
  );
});

test('a code with PKCE signs somebody in, and silence renews it', async () => {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const client = application('organizations', secret);
  const address = await client.getAuthCodeUrl({
    scopes: ['User.Read'],
    redirectUri: CALLBACK,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    state: 'a-state',
    nonce: 'a-nonce',
  });
  const back = await signIn(address, ADMIN);
  assert.equal(back.searchParams.get('state'), 'a-state');
  const code = back.searchParams.get('code');
  const redeem = () =>
    client.acquireTokenByCode({
      scopes: ['User.Read'],
      redirectUri: CALLBACK,
      code,
      codeVerifier: verifier,
      nonce: 'a-nonce',
    });
  const tokens = await redeem();
  assert.equal(tokens.tenantId, CONTOSO);
  assert.equal(tokens.account.username, ADMIN);
  assert.equal(tokens.idTokenClaims.nonce, 'a-nonce');

  const silent = await client.acquireTokenSilent({ scopes: ['User.Read'], account: tokens.account });
  assert.ok(silent.fromCache);
  const renewed = await client.acquireTokenSilent({
    scopes: ['User.Read'],
    account: tokens.account,
    forceRefresh: true,
  });
  assert.ok(!renewed.fromCache);
  const again = await client.acquireTokenSilent({
    scopes: ['User.Read'],
    account: tokens.account,
    forceRefresh: true,
  });
  assert.notEqual(again.accessToken, renewed.accessToken);
  await assert.rejects(
    () => client.acquireTokenSilent({ scopes: ['Group.Read.All'], account: tokens.account, forceRefresh: true }),
    (error) => error instanceof InteractionRequiredAuthError && /AADSTS65001/.test(error.message),
  );
  await assert.rejects(redeem, /AADSTS54005/);
});
