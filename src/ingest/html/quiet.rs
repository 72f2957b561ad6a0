//! What the tokenizer says, as far as a reader of pages listens.

use super::Reader;
use html5gum::{
    Emitter, Error, Reader as Source, Span,
    emitters::{
        ForwardingEmitter,
        callback::{Callback, CallbackEmitter, CallbackEvent},
    },
};
use std::convert::Infallible;

/// Markup, read by code that stands outside the tokenizer: its own readers are compiled into each of its eighty states.
pub(super) struct Markup<'a>(pub(super) &'a [u8]);

impl Source for Markup<'_> {
    type Error = Infallible;

    #[inline(never)]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        let first = self.0.split_first();
        Ok(first.map(|(&byte, rest)| {
            self.0 = rest;
            byte
        }))
    }

    #[inline(never)]
    fn try_read_string(&mut self, wanted: &[u8], exactly: bool) -> Result<bool, Infallible> {
        let Some((head, rest)) = self.0.split_at_checked(wanted.len()) else {
            return Ok(false);
        };
        let is_it = head == wanted || !exactly && head.eq_ignore_ascii_case(wanted);
        if is_it {
            self.0 = rest;
        }
        Ok(is_it)
    }

    #[inline(never)]
    fn read_until<'b>(
        &'b mut self,
        ends: &[u8],
        _: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Infallible> {
        let end = self.0.iter().position(|byte| ends.contains(byte));
        // An end comes alone.
        let (read, rest) = self.0.split_at(end.map_or(self.0.len(), |end| end.max(1)));
        self.0 = rest;
        Ok((!read.is_empty()).then_some(read))
    }
}

/// Tells the reader of tags and text. Of errors it says nothing: they need not even be looked for.
pub(super) struct Quiet<'a>(CallbackEmitter<&'a mut Reader, Infallible>);

impl<'a> Quiet<'a> {
    pub(super) fn new(reader: &'a mut Reader) -> Self {
        let mut emitter = CallbackEmitter::new(reader);
        emitter.naively_switch_states(true);
        Self(emitter)
    }
}

impl ForwardingEmitter for Quiet<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    #[inline]
    fn emit_error(&mut self, _: Error) {}
}

impl Callback<Infallible, ()> for &mut Reader {
    // Called from everywhere in the tokenizer.
    #[inline(never)]
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag(&String::from_utf8_lossy(name)),
            CallbackEvent::AttributeName { name } => {
                self.attribute = String::from_utf8_lossy(name).into_owned();
            }
            CallbackEvent::AttributeValue { value } => {
                let name = std::mem::take(&mut self.attribute);
                self.attribute(&name, &String::from_utf8_lossy(value));
            }
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => self.end(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } if self.skipped.is_none() => {
                self.flow.text(&String::from_utf8_lossy(value));
            }
            _ => {}
        }
        None
    }
}
