# A small suite under unittest. That of 3.8 needs sockets.
import io
import re
import sys

if sys.version_info >= (3, 9):
    import unittest

    class Arithmetic(unittest.TestCase):
        def setUp(self):
            self.number = 2

        def test_sum(self):
            self.assertEqual(self.number + 2, 4)

        def test_wrong(self):
            self.assertEqual([1, 2, 3], [1, 2, 4], "lists")

        def test_raises(self):
            with self.assertRaises(ZeroDivisionError):
                1 // 0
            with self.assertRaisesRegex(ValueError, "invalid literal"):
                int("x")

        def test_error(self):
            {}["missing"]

        @unittest.skip("not now")
        def test_skipped(self):
            pass

        @unittest.expectedFailure
        def test_expected(self):
            self.fail()

        def test_parts(self):
            for i in range(3):
                with self.subTest(i=i):
                    self.assertNotEqual(i, 1)

    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Arithmetic)
    result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
    text = re.sub(r"in [0-9.]+s", "in TIME", stream.getvalue())
    print(re.sub(r'File ".*/', 'File "', text))
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
