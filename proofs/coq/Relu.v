(* LAW-5 for networks of ReLU and identity: both are positively homogeneous, whatever kappa is. What an activation computes is said here as the rules
   sigmaOfRelu, slopeOfRelu, sigmaOfIdentity and slopeOfIdentity say it of Java objects of the two classes. *)
Require Import List ZArith Lia.
From Stillpoint Require Model KeyModel Words Statements Eulers.
Module K := KeyModel.
Module W := Words.
Open Scope Z_scope.

Section Relu.
Context {key : K.Key}.
Definition computesRelu (act : K.Obj) := (forall q, K.sigma act q = K.relu q) /\ forall c q, K.slope act c q = K.reluSlope c q.
Definition computesIdentity (act : K.Obj) := (forall q, K.sigma act q = q) /\ forall c q, K.slope act c q = K.qOne.

Hypothesis mul_zero_left : Statements.axiomMulZeroLeft.
Hypothesis mul_zero_right : Statements.axiomMulZeroRight.
Hypothesis mul_commutes : Statements.axiomMulCommutes.
Hypothesis mul_one_right : Statements.axiomMulOneRight.
Hypothesis signum_zero : Statements.axiomSignumZero.

Lemma relu_or_identity_is_homogeneous act kappa : computesRelu act \/ computesIdentity act -> W.homogeneous act kappa.
Proof.
  intros [[value slope] | [value slope]] z; rewrite value, slope.
  - unfold K.relu, K.reluSlope. destruct (Z.ltb_spec 0 (K.qSignum z)).
    + rewrite (mul_commutes K.qOne), mul_one_right. reflexivity.
    + destruct (Z.ltb_spec (K.qSignum z) 0); [rewrite mul_zero_left; reflexivity|].
      replace z with K.qZero by (symmetry; apply signum_zero; lia). rewrite mul_zero_right. reflexivity.
  - rewrite mul_commutes, mul_one_right. reflexivity.
Qed.

Hypothesis add_zero_right : Statements.axiomAddZeroRight.
Hypothesis add_commutes : Statements.axiomAddCommutes.
Hypothesis add_swap : Statements.axiomAddSwap.
Hypothesis mul_swap : Statements.axiomMulSwap.
Hypothesis distribute : Statements.axiomDistribute.

Theorem identityOfEachReluLayer V B F kappa x g :
  W.network V B -> K.len x = K.inputs V -> K.len g = K.rows (K.layer V (K.depth V - 1)) -> W.noBiases B ->
  (forall k, 0 <= k /\ k < K.depth V - 1 -> computesRelu (K.activationAt F k) \/ computesIdentity (K.activationAt F k)) ->
  W.eulersIdentity V B F (K.weightGradientOf V F kappa x (K.preactivationsOf V B F x) g) x g.
Proof.
  intros net input output none each. apply Eulers.lemmaEulerOfDeltas; try assumption.
  split; [split; [split; [assumption|] | assumption] | assumption]. apply Eulers.lemmaEulerDeltas; try assumption.
  assert (0 <= K.depth V) by apply K.size_pos.
  split; [split; [split; [split|]|]|]; try assumption. intros k Hk. apply relu_or_identity_is_homogeneous, each, Hk.
Qed.
End Relu.
