// Microsoft's Graph client and Azure's storage client against the simulated Graph, Intune and storage.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { BlockBlobClient } from '@azure/storage-blob';
import graph from '@microsoft/microsoft-graph-client';
import { CONTOSO, GRAPH_DEFAULT, control, fresh, microsoft } from './simulator.mjs';

const application = new ConfidentialClientApplication({
  auth: {
    clientId: microsoft.clientId,
    clientSecret: microsoft.clientSecret,
    authority: `${microsoft.backChannel}/${CONTOSO}`,
    knownAuthorities: [new URL(microsoft.backChannel).host],
  },
});

const client = graph.Client.initWithMiddleware({
  baseUrl: `${microsoft.backChannel}/graph/`,
  customHosts: new Set([new URL(microsoft.backChannel).hostname]),
  authProvider: {
    getAccessToken: async () =>
      (await application.acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT], skipCache: true })).accessToken,
  },
});

beforeEach(async () => {
  await fresh();
  await control(`tenants/${CONTOSO}/grant`);
});

test('all pages are followed', async () => {
  const first = await client.api('/groups').top(5).get();
  assert.equal(first.value.length, 5);
  const names = new Set();
  await new graph.PageIterator(client, first, (group) => names.add(group.displayName)).iterate();
  assert.equal(names.size, 12);
});

test('a batch answers each of its requests', async () => {
  const request = (path) => new Request(`https://graph.microsoft.com${path}`);
  const batch = new graph.BatchRequestContent([
    { id: '1', request: request('/organization') },
    { id: '2', request: request('/deviceManagement') },
    { id: '3', request: request('/groups/00000000-0000-0000-0000-000000000001') },
  ]);
  const answers = new graph.BatchResponseContent(await client.api('/$batch').post(await batch.getContent()));
  assert.equal((await answers.getResponseById('1').json()).value[0].displayName, 'Contoso');
  assert.equal((await answers.getResponseById('2').json()).subscriptionState, 'active');
  assert.equal(answers.getResponseById('3').status, 404);
});

test('a 429 is waited for as long as it says', async () => {
  await control(`tenants/${CONTOSO}/throttle`, { responses: '2', retryAfter: '1' });
  const began = performance.now();
  const tenant = await client.api('/organization').get();
  assert.equal(tenant.value[0].id, CONTOSO);
  assert.ok(performance.now() - began >= 2000);
});

test('an error is read as an error of Graph', async () => {
  await control(`tenants/${CONTOSO}/permission`, { permission: 'GroupMember.Read.All', granted: 'false' });
  await assert.rejects(
    () => client.api('/groups').get(),
    (error) => error instanceof graph.GraphError && error.statusCode === 403 && error.requestId !== null,
  );
});

test('the content of an application is staged and committed in blocks', async () => {
  const apps = '/deviceAppManagement/mobileApps';
  const app = await client.api(apps).version('beta').post({
    '@odata.type': '#microsoft.graph.win32LobApp',
    displayName: 'Clients',
    description: 'Of the suite of clients',
    publisher: 'Patchbay',
    fileName: 'setup.intunewin',
    setupFilePath: 'setup.msi',
    installCommandLine: 'msiexec /i setup.msi /qn',
    uninstallCommandLine: 'msiexec /x {00000000-0000-0000-0000-000000000001} /qn',
    applicableArchitectures: 'x64',
    minimumSupportedWindowsRelease: '1607',
    installExperience: { runAsAccount: 'system', deviceRestartBehavior: 'basedOnReturnCode' },
    returnCodes: [{ returnCode: 0, type: 'success' }],
    rules: [
      {
        '@odata.type': '#microsoft.graph.win32LobAppProductCodeRule',
        ruleType: 'detection',
        productCode: '{00000000-0000-0000-0000-000000000001}',
        productVersionOperator: 'notConfigured',
      },
    ],
  });
  const versions = `${apps}/${app.id}/microsoft.graph.win32LobApp/contentVersions`;
  const version = await untilThere(() => client.api(versions).version('beta').post({}));
  const content = randomBytes(300_000);
  const file = await client.api(`${versions}/${version.id}/files`).version('beta').post({
    '@odata.type': '#microsoft.graph.mobileAppContentFile',
    name: 'setup.intunewin',
    size: content.length - 48,
    sizeEncrypted: content.length,
    isDependency: false,
  });
  const address = new URL(await storageOf(`${versions}/${version.id}/files/${file.id}`));
  // By its address alone the client takes an IP for a storage account of a local emulator.
  address.hostname = 'localhost';

  const blob = new BlockBlobClient(address.toString());
  const ids = [0, 1, 2].map((number) => Buffer.from(String(number).padStart(6, '0')).toString('base64'));
  for (const [number, id] of ids.entries()) {
    const block = content.subarray(number * 100_000, (number + 1) * 100_000);
    await untilThere(() => blob.stageBlock(id, block, block.length));
  }
  await blob.commitBlockList(ids);
  await assert.rejects(
    () => blob.commitBlockList([Buffer.from('999999').toString('base64')]),
    (error) => error.code === 'InvalidBlockList' && error.statusCode === 400,
  );
  address.searchParams.set('sig', 'wrong');
  await assert.rejects(
    () => new BlockBlobClient(address.toString()).stageBlock(ids[0], 'x', 1),
    (error) => error.code === 'AuthenticationFailed' && error.statusCode === 403,
  );
});

async function storageOf(file) {
  for (;;) {
    const { azureStorageUri } = await client.api(file).version('beta').get();
    if (azureStorageUri) {
      return azureStorageUri;
    }
    await pause(200);
  }
}

/** What was made a moment ago may not be there yet (404, 403 of the storage), or may change once more (409, 412). */
async function untilThere(call) {
  for (let left = 100; ; left--) {
    try {
      return await call();
    } catch (error) {
      if (left === 0 || ![403, 404, 409, 412].includes(error.statusCode)) {
        throw error;
      }
      await pause(200);
    }
  }
}
