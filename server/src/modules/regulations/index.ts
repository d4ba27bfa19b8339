/** 法规库: documents, and the rules that rest on them. */
import './review-wait.ts';
