"""Tests cannot reach anything beyond this machine: what passes here passes on a train."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_an_address_elsewhere_is_refused() -> None:
    with pytest.raises(SocketConnectBlockedError), pytest.warns(UserWarning, match="tried to use socket"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
