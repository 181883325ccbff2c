"""Sentences that several checks end with."""

BUILD_AGAIN = "build the guide again, and publish what the build writes without changing it"
LEAVE_OUT = "leave it out, and build the guide again"
