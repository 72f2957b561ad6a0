//! Days and times, which a worksheet counts from 1900 or 1904.

use super::token::Token;

/// The last day that is shown: 31 December 9999.
const LAST: f64 = 2_958_466.0;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Days of the week, from the thirtieth of December 1899, a Saturday.
const WEEK: [(&str, &str); 7] = [
    ("六", "Saturday"),
    ("日", "Sunday"),
    ("一", "Monday"),
    ("二", "Tuesday"),
    ("三", "Wednesday"),
    ("四", "Thursday"),
    ("五", "Friday"),
];

/// Makes months minutes where an hour stands before or a second behind.
pub(super) fn settle_minutes(tokens: &mut [Token]) {
    let letters: Vec<(usize, char)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| match token {
            Token::Date(letter, _) | Token::Elapsed(letter) => Some((at, *letter)),
            _ => None,
        })
        .collect();
    for (number, &(at, letter)) in letters.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| letters.get(before));
        let near = before.is_some_and(|&(_, letter)| letter == 'h')
            || letters
                .get(number + 1)
                .is_some_and(|&(_, letter)| letter == 's');
        if letter == 'm'
            && near
            && let Token::Date(letter, _) = &mut tokens[at]
        {
            *letter = 'n';
        }
    }
}

/// A day and time in the places of its format; nothing for days that there are not.
pub(super) fn show(tokens: &[Token], value: f64, late: bool) -> Option<String> {
    let value = if late { value + 1462.0 } else { value };
    if !(0.0..LAST).contains(&value) {
        return None;
    }
    let seconds = (value * 86_400.0).round() as i64;
    let (day, time) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, date) = calendar(day);
    let halved = tokens
        .iter()
        .any(|token| matches!(token, Token::HalfDay(_)));
    let hour = time / 3600;
    let shown_hour = if halved { (hour + 11) % 12 + 1 } else { hour };
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Text(literal) => text += literal,
            Token::Date('y' | 'e', count)
                if *count < 3 && !matches!(token, Token::Date('e', _)) =>
            {
                text += &format!("{:02}", year % 100);
            }
            Token::Date('y' | 'e', _) => text += &year.to_string(),
            Token::Date('m', count) => text += &name(MONTHS[month as usize - 1], month, *count),
            Token::Date('d', count) => {
                text += &name(WEEK[(day % 7) as usize].1, date, *count);
            }
            Token::Date('a', count) => {
                text += if *count > 3 { "星期" } else { "" };
                text += WEEK[(day % 7) as usize].0;
            }
            Token::Date('h', count) => text += &padded(shown_hour, *count),
            Token::Date('n', count) => text += &padded(time / 60 % 60, *count),
            Token::Date('s', count) => text += &padded(time % 60, *count),
            Token::Elapsed('h') => text += &(seconds / 3600).to_string(),
            Token::Elapsed('m') => text += &(seconds / 60).to_string(),
            Token::Elapsed(_) => text += &seconds.to_string(),
            Token::HalfDay(chinese) => {
                text += match (chinese, hour < 12) {
                    (true, true) => "上午",
                    (true, false) => "下午",
                    (false, true) => "AM",
                    (false, false) => "PM",
                }
            }
            Token::Point => text.push('.'),
            Token::Comma => text.push(','),
            _ => {}
        }
    }
    Some(text)
}

/// A number of one or two digits, or a name, short or long.
fn name(long: &str, number: i64, count: usize) -> String {
    match count {
        1 | 2 => padded(number, count),
        3 => long.chars().take(3).collect(),
        _ => long.to_owned(),
    }
}

fn padded(number: i64, count: usize) -> String {
    format!("{number:0width$}", width = count.min(2))
}

/// Year, month and day. Worksheets have a 29 February 1900 that never was; days before it are shifted by one.
fn calendar(day: i64) -> (i64, i64, i64) {
    if day == 60 {
        return (1900, 2, 29);
    }
    // Days since 1 March of the year zero, in the reckoning of the Gregorian calendar.
    let shifted = day + i64::from(day < 60) + 693_899;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, date)
}
