"""One sender: one process, one connection, one mail in hand (delivery.md, "One message")."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, connection

from members.delivery.actions.gates import forget_strikes, shut_gate, shut_gate_for
from members.delivery.actions.handling import Hand
from members.delivery.actions.letters import Desk
from members.delivery.actions.numbers import LEASE, sender_number
from members.delivery.actions.relay_options import relay_options
from members.delivery.actions.relays import Relay, RelayUnreachable, open_relay
from members.delivery.actions.steering import finish_dispatches, stop_for_drops
from members.delivery.models import Delivery
from members.delivery.rules import Letter, Reply, Verdict, composed, verdict_of
from members.delivery.rules.recipients import HeaderRefused
from members.delivery.rules.replies import LOST, SERVICE_CLOSING, verdict_before_the_dot

Clock = Callable[[], datetime]
# Waits so many seconds.
Pause = Callable[[float], None]
DOUBTS_IN_A_ROW = 3
PAUSE_AFTER_DOUBTS = timedelta(minutes=5)
DROPS_IN_A_RUN = 10
SETTLE_PATIENCE = timedelta(seconds=60)


def send_until_nothing_is_due(clock: Clock, *, pause: Pause, until: datetime | None = None) -> int:
    """How many mails the relay accepted. `until` bounds the run; what is claimed then goes back."""
    with sender_number(clock()) as sender:
        run = Run(hand=Hand(sender=sender), clock=clock, pause=pause, until=until)
        try:
            run.through_everything_due()
        finally:
            run.end()
    finish_dispatches()
    return run.accepted


@dataclass(kw_only=True)
class Run:
    hand: Hand
    clock: Clock
    pause: Pause
    until: datetime | None = None
    desk: Desk = field(default_factory=Desk)
    relay: Relay | None = None
    accepted: int = 0
    doubts: int = 0
    drops: int = 0
    is_over: bool = False

    def through_everything_due(self) -> None:
        rate = relay_options().rate
        while not self.is_over and (batch := self.hand.claim(self.clock(), rate=rate)).rows:
            for delivery, leaves_at in batch:
                if self._must_stop():
                    return
                self._wait_for(leaves_at)
                self._send(delivery)

    def end(self) -> None:
        self._hang_up()
        self.hand.give_back()

    def _wait_for(self, moment: datetime) -> None:
        early = (moment - self.clock()).total_seconds()
        if early > 0:
            self.pause(early)

    def _must_stop(self) -> bool:
        return self.is_over or (self.until is not None and self.clock() >= self.until)

    def _send(self, delivery: Delivery) -> None:
        try:
            letter = self.desk.letter_of(delivery)
            content = composed(letter)
        except (HeaderRefused, UnicodeError) as error:
            reply = Reply(code=554, text=f"It could not be composed: {error}")
            self._kept(delivery, Verdict.REFUSED, reply)
            return
        relay = self._connected()
        if relay is not None:
            self._submit(delivery, relay, letter, content)

    def _connected(self) -> Relay | None:
        if self.relay is None:
            try:
                self.relay = open_relay()
            except RelayUnreachable:
                shut_gate(self.clock())
                self.is_over = True
        return self.relay

    def _submit(self, delivery: Delivery, relay: Relay, letter: Letter, content: bytes) -> None:
        refusal = relay.hand_over(letter, content)
        marked_at = self.clock()
        if refusal is not None:
            self._refused(delivery, relay, refusal)
        elif not self.hand.mark(delivery, now=marked_at):
            self._hang_up()
            self.hand.step_aside(delivery, now=self.clock())
        elif relay.has_spoken() or self.clock() - marked_at > LEASE / 2:
            self._hang_up()
            self._kept(delivery, Verdict.DEFERRED, LOST)
        else:
            self._settle(delivery, relay.finish())

    def _refused(self, delivery: Delivery, relay: Relay, reply: Reply) -> None:
        self._kept(delivery, verdict_before_the_dot(reply), reply)
        if not self._is_farewell(reply):
            relay.forget()
        self._count_drops(delivery, reply)

    def _settle(self, delivery: Delivery, reply: Reply) -> None:
        verdict = verdict_of(reply)
        self._kept(delivery, verdict, reply)
        self._is_farewell(reply)
        self._count_doubts(verdict)
        self._count_drops(delivery, reply)
        if verdict is Verdict.ACCEPTED:
            self.accepted += 1
            if self.accepted == 1:
                forget_strikes()

    def _kept(self, delivery: Delivery, verdict: Verdict, reply: Reply) -> None:
        """Settled; while the database is away it is tried again for a minute, because the answer is known only here."""
        patient_until = self.clock() + SETTLE_PATIENCE
        while True:
            try:
                return self.hand.settle(delivery, verdict, reply, now=self.clock())
            except (OperationalError, InterfaceError):
                if self.clock() >= patient_until:
                    raise
                # The number's lock went with the connection: somebody else may be this sender from here on.
                self.is_over = True
                connection.close()
                self.pause(1)

    def _is_farewell(self, reply: Reply) -> bool:
        if reply.code == SERVICE_CLOSING:
            shut_gate(self.clock())
            self.is_over = True
        if reply.code in (0, SERVICE_CLOSING):
            self._hang_up()
            return True
        return False

    def _count_drops(self, delivery: Delivery, reply: Reply) -> None:
        self.drops += reply.code == 0
        if self.drops >= DROPS_IN_A_RUN:
            stop_for_drops(delivery.dispatch)
            self.is_over = True

    def _count_doubts(self, verdict: Verdict) -> None:
        self.doubts = self.doubts + 1 if verdict is Verdict.UNCERTAIN else 0
        if self.doubts >= DOUBTS_IN_A_ROW:
            shut_gate_for(PAUSE_AFTER_DOUBTS, now=self.clock())
            self.is_over = True

    def _hang_up(self) -> None:
        if self.relay is not None:
            self.relay.close()
            self.relay = None
