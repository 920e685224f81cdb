// chrome.js -- headless Chromium over its own pipe (DevTools protocol), with
// nothing but node: small windows, dark and print are out of reach of its
// command line.
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

let last = 0, rest = '', chrome, profile;
const waiting = new Map(), seen = [];

function start() {
	profile = fs.mkdtempSync(path.join(os.tmpdir(), 'shots-'));
	const program = ['chromium', 'chromium-browser'].find((n) =>
		process.env.PATH.split(':')
			.some((d) => fs.existsSync(path.join(d, n))));
	chrome = spawn(program, ['--headless', '--no-sandbox', '--disable-gpu',
		'--disable-background-networking', '--no-first-run',
		`--user-data-dir=${profile}`, '--remote-debugging-pipe',
		'about:blank'],
		{ stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
	chrome.stdio[4].on('data', hear);
}

function hear(bytes) {
	const parts = (rest + bytes).split('\0');
	rest = parts.pop();
	for (const part of parts) {
		const m = JSON.parse(part);
		if (m.id) {
			const { yes, no } = waiting.get(m.id);
			m.error ? no(new Error(m.error.message)) : yes(m.result);
		} else {
			seen.push(m);
		}
	}
}

function ask(method, params, sessionId) {
	chrome.stdio[3].write(JSON.stringify({ id: ++last, method,
		params: params || {}, sessionId }) + '\0');
	return new Promise((yes, no) => waiting.set(last, { yes, no }));
}

const pause = (ms) => new Promise((yes) => setTimeout(yes, ms));

// A window that holds the page: call(method, params) speaks to it; what it
// says by itself is in `seen`.
async function open(page) {
	const { targetId } = await ask('Target.createTarget',
		{ url: 'about:blank' });
	const { sessionId } = await ask('Target.attachToTarget',
		{ targetId, flatten: true });
	const call = (method, params) => ask(method, params, sessionId);
	seen.length = 0;
	await call('Page.enable');
	await call('Log.enable');
	await call('Network.enable');
	await call('Page.navigate', { url: `file://${page}` });
	while (!seen.some((m) => m.method === 'Page.loadEventFired'))
		await pause(20);
	return call;
}

// What an expression gives, a promise or a value.
async function evaluate(call, expression) {
	const r = await call('Runtime.evaluate',
		{ expression, awaitPromise: true, returnByValue: true });
	if (r.exceptionDetails)
		throw new Error(r.exceptionDetails.exception.description);
	return r.result.value;
}

// Its children may write into the folder after it has ended.
async function sweep() {
	for (let i = 0; ; i++) {
		try {
			return fs.rmSync(profile, { recursive: true, force: true });
		} catch (e) {
			if (i === 50)
				throw e;
			await pause(100);
		}
	}
}

// The whole life: work() gives the exit status.
async function run(work) {
	let status = 3;
	start();
	const ended = new Promise((yes) => chrome.on('exit', yes));
	try {
		status = await work();
		await ask('Browser.close');
	} catch (e) {
		console.log(e.message);
		chrome.kill();
	}
	await ended;
	await sweep();
	process.exit(status);
}

module.exports = { evaluate, open, pause, run, seen };
