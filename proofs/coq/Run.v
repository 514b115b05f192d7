(* KeyModel.v on rational numbers in lowest terms, to run it on what the Java kernel is run on. *)
Require Import List ZArith QArith Qreduction.
From Stillpoint Require KeyModel.
Module K := KeyModel.
Open Scope Q_scope.

Inductive object := Relu | Identity | AbsoluteValue | Perceptron | Hinge | Squared | Absolute.
Definition sum (a b : Q) : Q := Qred (a + b).
Definition product (a b : Q) : Q := Qred (a * b).
Definition difference (a b : Q) : Q := sum a (- b).
Definition sign (q : Q) : Z := Z.sgn (Qnum q).
Definition of_sign (q negative zero positive : Q) : Q := match Qnum q with Zneg _ => negative | Z0 => zero | Zpos _ => positive end.

Definition value (f : object) (q : Q) : Q :=
  match f with Relu => of_sign q 0 0 q | AbsoluteValue => of_sign q (- q) 0 q | _ => q end.
Definition derivative (f : object) (kappa q : Q) : Q :=
  match f with Relu => of_sign q 0 kappa 1 | AbsoluteValue => of_sign q (-(1)) kappa 1 | _ => 1 end.
(* the derivative of a loss in one output *)
Definition loss_derivative (loss : object) (f y : Q) : Q :=
  match loss with
  | Perceptron => of_sign (product y f) (- y) (- y) 0
  | Hinge => of_sign (difference 1 (product y f)) 0 0 (- y)
  | Absolute => of_sign (difference f y) (-(1)) 0 1
  | _ => difference f y
  end.

#[export] Instance exact : K.Key := {
  K.Q := Q;
  K.Obj := object;
  K.qZero := 0;
  K.qOne := 1;
  K.qAdd := sum;
  K.qMul := product;
  K.qNeg := Qopp;
  K.qRatio m n := Qred (m # Z.to_pos n);
  K.qSignum := sign;
  K.sigma := value;
  K.slope := derivative;
  K.lossEntry o f y i := loss_derivative o (K.ith f i 0) (K.ith y i 0);
  K.anyInputs := 0
}.

Definition functions (list : list object) : K.Activations := fun i => nth (Z.to_nat i) list Identity.
Definition gradient W B F kappa loss X Y :=
  (K.batchWeightGradientOf W B (functions F) kappa loss X Y, K.batchBiasGradientOf W B (functions F) kappa loss X Y).
Definition training W B VW VB F kappa loss XX YY rates momentum decay :=
  let t := K.trained (K.trainingState W B VW VB) (functions F) kappa loss XX YY rates momentum decay (K.size rates) in
  (K.weightsOf t, K.biasesOf t, K.velocityOfWeights t, K.velocityOfBiases t).
