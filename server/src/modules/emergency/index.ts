/** 应急联动: many orders to a prepared group, its situation board, and help from neighbouring centres. */
import './guests.ts';
