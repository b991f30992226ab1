import { Controller, Get, Module } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ACCESS_RULE } from '../../src/access/access.decorators.js';
import { AccessGuard } from '../../src/access/access.guard.js';
import { SetClock } from '../../src/platform/clock.js';
import { readConfig } from '../../src/platform/config.js';
import { TestApp, type TestUser } from '../support/test-app.js';

describe('the guard', () => {
  let app: TestApp;
  let ada: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    ada = await app.user('Ada', 'admin');
  });
  afterAll(() => app.stop());

  it('finds a rule on every route there is', () => {
    const undeclared: string[] = [];
    let routes = 0;
    for (const module of app.app.get(ModulesContainer).values()) {
      for (const { metatype, name } of module.controllers.values()) {
        if (!metatype || typeof metatype !== 'function') continue;
        const prototype = metatype.prototype as Record<string, object>;
        for (const method of Object.getOwnPropertyNames(prototype)) {
          const handler = Object.getOwnPropertyDescriptor(prototype, method)?.value as object | undefined;
          if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined || Reflect.getMetadata(PATH_METADATA, handler) === undefined)
            continue;
          routes += 1;
          if (!Reflect.getMetadata(ACCESS_RULE, handler) && !Reflect.getMetadata(ACCESS_RULE, metatype)) undeclared.push(`${String(name)}.${method}`);
        }
      }
    }
    expect(routes).toBeGreaterThan(40);
    expect(undeclared).toEqual([]);
  });

  it('refuses a route without a rule to everybody', async () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get()
      read(): string {
        return 'open';
      }
    }
    @Module({ controllers: [ForgottenController] })
    class ForgottenModule {}
    expect(ForgottenModule).toBeDefined();
    const context = {
      getHandler: () => ForgottenController.prototype.read,
      getClass: () => ForgottenController,
      switchToHttp: () => ({ getRequest: () => ({ headers: {} }), getResponse: () => ({}) }),
    };
    const guard = new AccessGuard(new Reflector(), {} as never, {} as never, readConfig({}), new SetClock(new Date()));
    await expect(guard.canActivate(context as never)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('takes a cookie only on requests from its own pages', async () => {
    const change = () => app.as(ada).patch('/me', { name: 'Ada' });
    const refused = async (headers: Record<string, string>) => expect((await change().set(headers).expect(403)).body.code).toBe('csrf_rejected');
    await refused({ origin: 'https://evil.example' });
    await refused({ origin: 'null' });
    await refused({ origin: 'not an address' });
    await refused({ 'sec-fetch-site': 'cross-site' });
    await refused({ 'sec-fetch-site': 'same-site' });
    await change().expect(200);
    await change().set({ host: 'plumbline.test', origin: 'http://plumbline.test', 'sec-fetch-site': 'same-origin' }).expect(200);
    await app.as(ada).get('/me').set({ origin: 'https://evil.example' }).expect(200);
  });

  it('lets no other site sign somebody in', async () => {
    const attempt = { email: 'x@example.test', password: 'y' };
    expect((await app.as(null).post('/auth/sign-in', attempt).set({ origin: 'https://evil.example' }).expect(403)).body.code).toBe('csrf_rejected');
    await app.as(null).post('/auth/sign-in', attempt).expect(401);
  });

  it('asks a token for no such proof', async () => {
    const token = await app
      .as(ada)
      .post('/tokens', { name: 'script', scopes: ['write'] })
      .expect(201);
    await app
      .as(null)
      .patch('/me', { name: 'Ada' })
      .set({ authorization: `Bearer ${token.body.secret}`, origin: 'https://script.example' })
      .expect(200);
  });

  it('limits requests by person, or by address behind a trusted proxy, never the probes', async () => {
    const tight = await TestApp.start({ RATE_LIMIT_PER_MINUTE: '10', TRUST_PROXY: '1' });
    try {
      const bob = await tight.user('Bob');
      const anonymous = (address: string) => tight.as(null).get('/auth/session').set('x-forwarded-for', address);
      for (let n = 0; n < 10; n++) await anonymous('203.0.113.1').expect(200);
      const refused = await anonymous('203.0.113.1').expect(429);
      expect(refused.body.code).toBe('rate_limited');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      await anonymous('203.0.113.2').expect(200);
      for (let n = 0; n < 10; n++) await tight.as(bob).get('/me').set('x-forwarded-for', '203.0.113.1').expect(200);
      await tight.as(bob).get('/me').set('x-forwarded-for', '203.0.113.9').expect(429);
      for (let n = 0; n < 15; n++) await tight.as(null).get('/healthz').expect(200);
      for (let n = 0; n < 11; n++) await tight.as(null).get('/me').set({ authorization: 'Bearer plb_guess', 'x-forwarded-for': '2001:db8::1' });
      await tight.as(null).get('/me').set({ authorization: 'Bearer plb_guess', 'x-forwarded-for': '2001:db8::2' }).expect(429);
    } finally {
      await tight.stop();
    }
  });

  it('does not believe a forwarded address without a trusted proxy', async () => {
    const open = await TestApp.start({ RATE_LIMIT_PER_MINUTE: '10' });
    try {
      for (let n = 0; n < 10; n++) await open.as(null).get('/auth/session').set('x-forwarded-for', `203.0.113.${n}`).expect(200);
      await open.as(null).get('/auth/session').set('x-forwarded-for', '203.0.113.99').expect(429);
    } finally {
      await open.stop();
    }
  });
});
