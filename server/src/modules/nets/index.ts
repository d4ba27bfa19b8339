/** 多网融合: what other nets hand over, answer and hear, each by an adapter of its own on the one shape of the exchange. */
import './county-adapter.ts';
import './dual-line-adapter.ts';
import './folder/folder-adapter.ts';
import './grid-adapter.ts';
import './hear-duties.ts';
import './open311/open311-adapter.ts';
import './province-adapter.ts';
