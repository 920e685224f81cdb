// shots.js PAGE FOLDER -- pictures of a page and what is wrong with it; see
// shots.
'use strict';
const fs = require('fs');
const path = require('path');
const { evaluate, open, pause, run, seen } = require('./chrome.js');

const [page, out] = process.argv.slice(2);
const views = [
	['wide', 1600, 1000, 1], ['tablet', 820, 1180, 1], ['phone', 390, 844, 2],
];

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
			await pause(200);
			await picture(call, `${name}-whole.png`, false);
		}
	}
	return wrong;
}

// With AXE=.../axe.min.js (npm axe-core): what it finds wrong, as a status.
async function axe(call) {
	if (!process.env.AXE)
		return 0;
	await evaluate(call, fs.readFileSync(process.env.AXE, 'utf8'));
	const found = await evaluate(call, `axe.run().then((r) =>
		r.violations.map((v) => v.impact + ': ' + v.help + ': ' +
		v.nodes.slice(0, 3).map((n) => n.html).join(' | ')))`);
	for (const line of found)
		console.log(`axe: ${line}`);
	return found.length ? 1 : 0;
}

run(async () => {
	const call = await open(page);
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
});
