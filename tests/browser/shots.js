// shots.js -- drives headless Chromium over its own pipe (DevTools protocol),
// with nothing but node: window sizes below 500 pixels, dark and print are
// out of reach of its command line.
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const [page, out] = process.argv.slice(2);
const views = [
	['wide', 1600, 1000, 1], ['desk', 1280, 900, 1], ['phone', 390, 844, 2],
];

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'shots-'));
const names = ['chromium', 'chromium-browser'];
const program = names.find((n) => process.env.PATH.split(':')
	.some((d) => fs.existsSync(path.join(d, n))));
const chrome = spawn(program, ['--headless', '--no-sandbox', '--disable-gpu',
	'--disable-background-networking', '--no-first-run',
	`--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'],
	{ stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });

let last = 0, rest = '';
const waiting = new Map(), seen = [];
chrome.stdio[4].on('data', (bytes) => {
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
});

function ask(method, params, sessionId) {
	chrome.stdio[3].write(JSON.stringify({ id: ++last, method,
		params: params || {}, sessionId }) + '\0');
	return new Promise((yes, no) => waiting.set(last, { yes, no }));
}

const pause = (ms) => new Promise((yes) => setTimeout(yes, ms));

async function picture(call, name, whole) {
	const shot = await call('Page.captureScreenshot',
		{ format: 'png', captureBeyondViewport: whole });
	fs.writeFileSync(path.join(out, name), Buffer.from(shot.data, 'base64'));
}

async function look(call) {
	let wrong = 0;
	for (const [name, width, height, scale] of views) {
		for (const scheme of ['light', 'dark']) {
			await call('Emulation.setDeviceMetricsOverride', { width,
				height, deviceScaleFactor: scale, mobile: width < 500 });
			await call('Emulation.setEmulatedMedia', { features:
				[{ name: 'prefers-color-scheme', value: scheme }] });
			await pause(200);
			await picture(call, `${name}-${scheme}.png`, false);
			wrong |= await axe(call);
			const size = (await call('Page.getLayoutMetrics'))
				.cssContentSize;
			if (size.width > width) {
				console.log(`${name}: ${size.width} pixels of content`
					+ ` in a window of ${width}`);
				wrong = 1;
			}
			if (scheme === 'dark')
				continue;
			await call('Emulation.setDeviceMetricsOverride', { width,
				height: Math.min(Math.ceil(size.height), 16000),
				deviceScaleFactor: 1, mobile: width < 500 });
			await picture(call, `${name}-whole.png`, false);
		}
	}
	return wrong;
}

// With AXE=.../axe.min.js (npm axe-core): what it finds wrong, as a status.
async function axe(call) {
	if (!process.env.AXE)
		return 0;
	await call('Runtime.evaluate',
		{ expression: fs.readFileSync(process.env.AXE, 'utf8') });
	const { result } = await call('Runtime.evaluate', { awaitPromise: true,
		returnByValue: true, expression: `axe.run().then((r) =>
			r.violations.map((v) => v.impact + ': ' + v.help + ': ' +
			v.nodes.slice(0, 3).map((n) => n.html).join(' | ')))` });
	for (const line of result.value)
		console.log(`axe: ${line}`);
	return result.value.length ? 1 : 0;
}

async function main() {
	const { targetId } = await ask('Target.createTarget',
		{ url: 'about:blank' });
	const { sessionId } = await ask('Target.attachToTarget',
		{ targetId, flatten: true });
	const call = (method, params) => ask(method, params, sessionId);

	await call('Page.enable');
	await call('Log.enable');
	await call('Network.enable');
	await call('Page.navigate', { url: `file://${page}` });
	while (!seen.some((m) => m.method === 'Page.loadEventFired'))
		await pause(50);
	let wrong = await look(call);
	const pdf = await call('Page.printToPDF',
		{ preferCSSPageSize: true, printBackground: false });
	fs.writeFileSync(path.join(out, 'print.pdf'),
		Buffer.from(pdf.data, 'base64'));
	for (const m of seen) {
		if (m.method === 'Log.entryAdded') {
			console.log(m.params.entry.text);
			wrong = 1;
		}
		if (m.method === 'Network.requestWillBeSent' &&
		    m.params.request.url !== `file://${page}`) {
			console.log('asks for ' + m.params.request.url);
			wrong = 1;
		}
	}
	return wrong;
}

main().catch((e) => { console.log(e.message); return 3; }).then((status) => {
	chrome.on('exit', () => {
		fs.rmSync(profile, { recursive: true, force: true,
		    maxRetries: 10, retryDelay: 200 }); // Chromium still writes
		process.exit(status);
	});
	chrome.kill();
});
