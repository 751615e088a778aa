from tests.standing_clock import store as store
