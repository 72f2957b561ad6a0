use super::*;
use crate::forms;

fn tokens(text: &str) -> Vec<Token> {
    text.split(' ')
        .map(|digits| Token {
            digits: Some(digits.into()),
            negative: false,
            close: true,
            in_cell: false,
        })
        .collect()
}

fn all(text: &str, glued: bool) -> Vec<Vec<Option<i64>>> {
    let table = &forms::edition("2021").unwrap().tables[1];
    readings(&tokens(text), table, &(0..7), glued)
        .0
        .into_iter()
        .map(|reading| reading.values)
        .collect()
}

fn some(values: [i64; 7]) -> Vec<Option<i64>> {
    values.iter().map(|&value| Some(value)).collect()
}

#[test]
fn glued_digits_split_where_the_row_adds_up() {
    assert_eq!(all("451000046", true), [some([45, 1, 0, 0, 0, 0, 46])]);
    assert_eq!(all("0000000", true), [some([0; 7])]);
    assert_eq!(all("300 000131", true), [some([30, 0, 0, 0, 0, 1, 31])]);
}

#[test]
fn split_digits_join_where_the_row_adds_up() {
    assert!(all("2 0 3 0 0 0 0 23", false).contains(&some([20, 3, 0, 0, 0, 0, 23])));
}

#[test]
fn digits_in_lines_of_their_own_join_where_the_row_adds_up() {
    let table = &forms::edition("2021").unwrap().tables[1];
    let apart = |text: &str| {
        let mut tokens = tokens(text);
        tokens.iter_mut().for_each(|token| token.close = false);
        let found = readings(&tokens, table, &(0..7), false).0;
        found.into_iter().map(|one| one.values).collect::<Vec<_>>()
    };
    let wanted = some([20, 3, 0, 0, 0, 0, 23]);
    assert_eq!(apart("2 0 3 0 0 0 0 23"), std::slice::from_ref(&wanted));
    assert_eq!(apart("20 3 9 0 0 0 0 23"), [wanted]);
    let mut cells = tokens("2 0 3 0 0 0 0 23");
    for token in &mut cells {
        (token.close, token.in_cell) = (false, true);
    }
    assert!(readings(&cells, table, &(0..7), false).0.is_empty());
}

#[test]
fn digits_of_a_number_in_three_pieces_join() {
    assert_eq!(
        all("2 9 7 0 0 0 0 0 297", false),
        [some([297, 0, 0, 0, 0, 0, 297])]
    );
}

#[test]
fn a_lost_value_may_be_any() {
    assert_eq!(all("5 0 0 0 0 5", false).len(), 7);
}
