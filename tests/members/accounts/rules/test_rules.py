from hypothesis import given
from hypothesis import strategies as st

from members.accounts.rules import Answer, Device, Proof, Visitor, answer_at_the_door

METHODS = st.lists(st.sampled_from(["password", "code", "mfa", "password_reset"])).map(tuple)
PROOFS = st.builds(Proof, methods=METHODS, devices=st.frozensets(st.sampled_from(Device)))


def test_the_secretariat_enters_with_a_second_factor_of_this_session() -> None:
    proof = Proof(methods=("password", "mfa"))

    assert answer_at_the_door(Visitor.SECRETARIAT, proof=proof) is Answer.ENTER


def test_owning_a_device_is_no_proof() -> None:
    asked = {
        devices: answer_at_the_door(Visitor.SECRETARIAT, proof=Proof(methods=("password",), devices=devices))
        for devices in (
            frozenset({Device.AUTHENTICATOR}),
            frozenset({Device.PASSKEY}),
            frozenset({Device.AUTHENTICATOR, Device.PASSKEY}),
            frozenset[Device](),
        )
    }

    assert asked == {
        frozenset({Device.AUTHENTICATOR}): Answer.PROVE_BY_CODE,
        frozenset({Device.PASSKEY}): Answer.PROVE_BY_PASSKEY,
        frozenset({Device.AUTHENTICATOR, Device.PASSKEY}): Answer.PROVE_BY_CODE,
        frozenset(): Answer.SET_UP,
    }


@given(proof=PROOFS)
def test_nobody_else_ever_enters(proof: Proof) -> None:
    assert answer_at_the_door(Visitor.ANONYMOUS, proof=proof) is Answer.SIGN_IN
    assert answer_at_the_door(Visitor.STRANGER, proof=proof) is Answer.NOT_FOUND


@given(proof=PROOFS)
def test_the_secretariat_enters_exactly_with_a_second_factor(proof: Proof) -> None:
    answer = answer_at_the_door(Visitor.SECRETARIAT, proof=proof)

    assert (answer is Answer.ENTER) == ("mfa" in proof.methods)
