#include "element.h"

static const struct element elements[] = {
	{ "p", EFFECT_PARA, NEST_CLOSES },
	{ "a", EFFECT_NONE, NEST_FREE },
	{ "br", EFFECT_BREAK, NEST_FREE },
	{ "span", EFFECT_NONE, NEST_FREE },
	{ "div", EFFECT_BLOCK, NEST_FREE },
	{ "b", EFFECT_NONE, NEST_FREE },
	{ "i", EFFECT_NONE, NEST_FREE },
	{ "u", EFFECT_NONE, NEST_FREE },
	{ "s", EFFECT_NONE, NEST_FREE },
	{ "em", EFFECT_NONE, NEST_FREE },
	{ "strong", EFFECT_NONE, NEST_FREE },
	{ "code", EFFECT_NONE, NEST_FREE },
	{ "small", EFFECT_NONE, NEST_FREE },
	{ "del", EFFECT_NONE, NEST_FREE },
	{ "sub", EFFECT_NONE, NEST_FREE },
	{ "sup", EFFECT_NONE, NEST_FREE },
	{ "ul", EFFECT_BLOCK, NEST_FREE },
	{ "ol", EFFECT_BLOCK, NEST_FREE },
	{ "li", EFFECT_BLOCK, NEST_ENTRY },
	{ "blockquote", EFFECT_PARA, NEST_FREE },
	{ "h1", EFFECT_PARA, NEST_CLOSES },
	{ "h2", EFFECT_PARA, NEST_CLOSES },
	{ "h3", EFFECT_PARA, NEST_CLOSES },
	{ "h4", EFFECT_PARA, NEST_CLOSES },
	{ "h5", EFFECT_PARA, NEST_CLOSES },
	{ "h6", EFFECT_PARA, NEST_CLOSES },
	{ "pre", EFFECT_PRE, NEST_FREE },
	{ "hr", EFFECT_BLOCK, NEST_LINE },
	{ "img", EFFECT_IMAGE, NEST_FREE },
	{ "tr", EFFECT_BLOCK, NEST_RULES },
	{ "table", EFFECT_BLOCK, NEST_RULES },
	{ "section", EFFECT_BLOCK, NEST_FREE },
	{ "article", EFFECT_BLOCK, NEST_FREE },
	{ "header", EFFECT_BLOCK, NEST_FREE },
	{ "footer", EFFECT_BLOCK, NEST_FREE },
	{ "figure", EFFECT_BLOCK, NEST_FREE },
	{ "figcaption", EFFECT_BLOCK, NEST_FREE },
	{ "dl", EFFECT_BLOCK, NEST_FREE },
	{ "dt", EFFECT_BLOCK, NEST_ENTRY },
	{ "dd", EFFECT_BLOCK, NEST_ENTRY },
	{ "address", EFFECT_BLOCK, NEST_FREE },
	{ "main", EFFECT_BLOCK, NEST_FREE },
	{ "nav", EFFECT_BLOCK, NEST_FREE },
	{ "aside", EFFECT_BLOCK, NEST_FREE },
	{ "form", EFFECT_BLOCK, NEST_RULES },
	{ "script", EFFECT_SKIP, NEST_FREE },
	{ "style", EFFECT_SKIP, NEST_FREE },
	{ "template", EFFECT_SKIP, NEST_FREE },
	{ "title", EFFECT_SKIP, NEST_FREE },
	{ "noframes", EFFECT_SKIP, NEST_FREE },
	{ "iframe", EFFECT_SKIP, NEST_FREE },
	{ "textarea", EFFECT_BLOCK, NEST_RULES },
};

const struct element *
element_of(struct str name)
{
	char low[ELEMENT_NAME] = { 0 };

	if (!name.n || name.n >= sizeof(low))
		return NULL;
	for (size_t i = 0; i < name.n; i++)
		low[i] = name.p[i] >= 'A' && name.p[i] <= 'Z'
		    ? (char)(name.p[i] | 0x20)
		    : name.p[i];
	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		if (memcmp(elements[i].name, low, sizeof(low)) == 0)
			return &elements[i];
	return NULL;
}

enum effect
element_effect(struct str name)
{
	const struct element *of = element_of(name);

	return of ? of->effect : EFFECT_UNKNOWN;
}
