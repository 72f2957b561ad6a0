//! What is wrong, explained from the least number of cells.
