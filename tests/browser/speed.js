// speed.js PAGE -- milliseconds until the page is loaded and laid out, by the
// browser's own clock: the median of five windows.
'use strict';
const path = require('path');
const { evaluate, open, run } = require('./chrome.js');

run(async () => {
	const page = path.resolve(process.argv[2]), times = [];
	for (let i = 0; i < 5; i++) {
		const call = await open(page);
		times.push(await evaluate(call, `new Promise((yes) =>
			setTimeout(() => {
				const from = performance.now();
				document.body.offsetHeight;
				yes(performance.now() - from + performance
				    .getEntriesByType('navigation')[0]
				    .loadEventEnd);
			}))`));
	}
	console.log(Math.round(times.sort((a, b) => a - b)[2]));
	return 0;
});
